import ArgumentParser
import Client
import OpenSSLKit

struct IdentityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: "Give the service your signing certificate and key (chứng thư số), wrapped under their password.",
        discussion: "The service keeps the file as it is and the password not at all: each signing asks for it.")

    @Argument(help: ArgumentHelp("The file of the certification authority (PKCS#12).", valueName: "p12"))
    var file: String

    @OptionGroup
    var key: KeyPasswordOptions

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        let pkcs12 = try InputFile.read(file, limit: SigningIdentity.fileLimit)
        let notice = try await service.staff().setIdentity(pkcs12: pkcs12, password: key.password())
        Terminal.say("\(notice.subject), valid until \(Clock.text(notice.notAfter))")
    }
}
