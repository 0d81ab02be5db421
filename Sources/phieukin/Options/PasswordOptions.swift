import ArgumentParser
import OpenSSLKit
import StrictEncoding

/// Passwords that the program itself makes.
enum Password {
    /// 100 random bits in five groups of four characters that can be read aloud.
    /// - Throws: `OpenSSLError` if there is no randomness.
    static func random() throws -> String {
        let bytes = try SecretBytes(random: 13).unwipedCopy
        return Crockford.grouped(Crockford.encode(bytes, count: 20), by: 4)
    }
}

/// The password of whoever is logged in, asked again before what gives power.
struct OwnPasswordOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A file with your own password; else it is asked for.", valueName: "file"))
    var ownPasswordFile: String?

    func password() throws -> String {
        try ownPasswordFile.map(InputFile.line) ?? Terminal.password("Your own password", orBy: "--own-password-file")
    }
}

/// The password of the signer's key.
struct KeyPasswordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A file with the password of the signer's key; else it is asked for.", valueName: "file"))
    var keyPasswordFile: String?

    func password() throws -> String {
        try keyPasswordFile.map(InputFile.line)
            ?? Terminal.password("Password of the signer's key", orBy: "--key-password-file")
    }
}
