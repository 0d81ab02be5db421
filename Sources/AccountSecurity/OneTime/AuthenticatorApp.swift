import Crypto
import Foundation
import StrictEncoding

/// A member of staff's authenticator app: TOTP (RFC 6238) as all apps do it, with SHA-1, six digits, half a minute.
public struct AuthenticatorApp: Sendable {
    public static let digits = 6
    public static let secretByteCount = 20
    private static let period = 30

    /// How many steps a phone's clock may be off, either way.
    private static let window = 1

    /// Shared with the app; whoever has it makes the codes.
    public let secret: [UInt8]

    public init(secret: [UInt8]) { self.secret = secret }

    /// With a fresh secret of 160 bits.
    public static func random() -> AuthenticatorApp {
        AuthenticatorApp(secret: SymmetricKey(size: .init(bitCount: secretByteCount * 8)).withUnsafeBytes(Array.init))
    }

    /// The code that the app shows at a moment.
    public func code(at seconds: Int) -> String { code(step: seconds / Self.period) }

    private func code(step: Int) -> String {
        OneTimePassword.code(
            secret, counter: UInt64(clamping: step), digits: Self.digits, hash: Insecure.SHA1.self)
    }

    /// The step whose code was typed; the caller keeps it, as no code is taken twice (RFC 6238 section 5.2).
    /// - Parameters:
    ///   - typed: as a person types it: "123 456".
    ///   - lastStep: the step of the last code that was taken.
    /// - Returns: nil for a wrong code, one out of its time, one that was used.
    public func step(of typed: String, at seconds: Int, after lastStep: Int?) -> Int? {
        let code = Array(typed.filter { !$0.isWhitespace }.utf8)
        let now = seconds / Self.period
        // All are compared, so that the time tells nothing of which it was.
        let matching = (now - Self.window...now + Self.window).filter {
            Self.isSame(code, Array(self.code(step: $0).utf8))
        }
        return matching.first { $0 > (lastStep ?? .min) }
    }

    private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The secret as it is typed into an app, base32 (RFC 4648 section 6) without padding.
    public var typedSecret: String { Base32.encode(secret) }

    /// What an app reads from a QR code (Google Authenticator's key URI format, which all apps read).
    /// - Parameters:
    ///   - issuer: the installation's name.
    ///   - account: the account's.
    public func address(issuer: String, account: String) -> String {
        let (issuer, account) = (Self.escaped(issuer), Self.escaped(account))
        return "otpauth://totp/\(issuer):\(account)?secret=\(typedSecret)&issuer=\(issuer)&algorithm=SHA1"
            + "&digits=\(Self.digits)&period=\(Self.period)"
    }

    private static func escaped(_ text: String) -> String {
        var allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        allowed.insert(charactersIn: "-._~")
        return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}

/// base32 as apps read secrets; nothing here reads it back.
enum Base32 {
    private static let alphabet = [Character]("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    /// Without padding.
    static func encode(_ bytes: [UInt8]) -> String {
        var text = ""
        var (bits, held): (UInt32, Int) = (0, 0)
        for byte in bytes {
            (bits, held) = (bits << 8 | UInt32(byte), held + 8)
            while held >= 5 {
                held -= 5
                text.append(alphabet[Int(bits >> UInt32(held) & 0x1F)])
            }
        }
        if held > 0 { text.append(alphabet[Int(bits << UInt32(5 - held) & 0x1F)]) }
        return text
    }
}
