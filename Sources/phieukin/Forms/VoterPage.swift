import Client
import SecretBallot
import StrictEncoding

/// Where members come to vote: what an access slip leads to.
struct VoterPage {
    let service: ServerAddress

    /// - Parameter address: the service's, such as `https://phieu.example`.
    /// - Throws: `MalformedInput` for anything else, and for plain HTTP to another machine.
    init(of address: String) throws(MalformedInput) { service = try ServerAddress(address) }

    /// As it is typed: "phieu.example/v/".
    var printed: String {
        let https = "https://"
        let address = service.description
        return (address.hasPrefix(https) ? String(address.dropFirst(https.count)) : address) + "/v/"
    }

    /// With the code in the fragment, which browsers do not send to a server; without hyphens, as fewer characters make
    /// a QR code of larger squares.
    func link(to code: AccessCode) -> String {
        "\(service)/v/#\(code.printed.filter { $0 != "-" })"
    }
}
