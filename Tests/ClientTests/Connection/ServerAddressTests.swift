import Client
import StrictEncoding
import Testing

struct ServerAddressTests {
    @Test(arguments: [
        "https://phieu.example", "https://phieu.example:8443/", "http://127.0.0.1:8080", "http://localhost:1",
        "http://[::1]:8080",
    ])
    func takesAddresses(text: String) throws {
        let address = try ServerAddress(text)
        #expect(!address.description.hasSuffix("/"))
    }

    @Test(arguments: [
        "", "phieu.example", "ftp://phieu.example", "https://", "https://phieu.example/api", "https://a@phieu.example",
        "https://phieu.example?x=1", "https://phieu.example#x", "http://phieu.example", "http://127.0.0.1.example",
    ])
    func refusesEverythingElse(text: String) {
        #expect(throws: MalformedInput.self) { try ServerAddress(text) }
    }

    @Test func speaksPlainHTTPElsewhereOnlyIfForced() throws {
        #expect(try ServerAddress("http://10.0.0.1:80", forcingPlainHTTP: true).description == "http://10.0.0.1:80")
    }
}
