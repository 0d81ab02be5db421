import Foundation

@testable import Service

/// Somebody with a browser that runs no script: opens a page, keeps its cookie, sends its form.
struct Visitor {
    let service: TestService
    private let cookie: String
    private let token: String

    /// Opens the page that has the form.
    init(_ path: String, of service: TestService) async throws {
        self.service = service
        let page = try await service.call("GET", path, headers: ["Accept": "text/html"])
        cookie = String(page.headers["set-cookie"]?.prefix { $0 != ";" } ?? "")
        token = page.text.firstMatch(of: /name="form" value="([^"]+)"/).map { String($0.output.1) } ?? ""
    }

    /// Sends a file as a form does.
    func send(_ file: [UInt8], to path: String, field: String = "file", withToken: Bool = true) async throws
        -> RawAnswer
    {
        let border = "----border\(UUID().uuidString)"
        func head(_ disposition: String) -> String {
            "--\(border)\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n"
        }
        let before =
            head(#"name="form""#) + (withToken ? token : "") + "\r\n"
            + head(#"name="\#(field)"; filename="quyết định.pdf""#)
        let body = Array(before.utf8) + file + Array("\r\n--\(border)--\r\n".utf8)
        return try await post(body, to: path, type: "multipart/form-data; boundary=\(border)")
    }

    /// Sends fields as a form without files does.
    func send(_ fields: [String: String], to path: String) async throws -> RawAnswer {
        let parts = fields.merging(["form": token]) { $1 }.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        return try await post(
            Array(parts.joined(separator: "&").utf8), to: path, type: "application/x-www-form-urlencoded")
    }

    private func post(_ body: [UInt8], to path: String, type: String) async throws -> RawAnswer {
        try await service.call(
            "POST", path, body, headers: ["Content-Type": type, "Cookie": cookie, "Accept": "text/html"])
    }
}
