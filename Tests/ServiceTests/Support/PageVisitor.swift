import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// A browser without scripts: keeps cookies, sends forms as they stand on the page, follows no redirection by itself.
actor PageVisitor {
    struct Page: Sendable {
        let status: Int
        let text: String
        let headers: [String: String]

        var location: String? { headers["location"] }

        /// What a form of the page carries for the service to know it by.
        var formToken: String? { (text.firstMatch(of: /name="form" value="([^"]*)"/)?.output.1).map(String.init) }
    }

    private let client: HTTPClient
    private let address: String
    private var cookies: [String: String] = [:]

    private init(_ client: HTTPClient, _ address: String) {
        self.client = client
        self.address = address
    }

    static func visit<Value: Sendable>(
        _ service: TestService, _ body: @Sendable (PageVisitor) async throws -> Value
    ) async throws -> Value {
        let client = HTTPClient(configuration: .init(redirectConfiguration: .disallow))
        do {
            let value = try await body(PageVisitor(client, "http://127.0.0.1:\(service.port)"))
            try await client.shutdown()
            return value
        } catch {
            try await client.shutdown()
            throw error
        }
    }

    func signIn(_ name: String, _ password: String = TestService.staffPassword) async throws -> Page {
        try await submit("/sign-in", from: "/sign-in", ["name": name, "password": password])
    }

    func get(_ path: String) async throws -> Page { try await send("GET", path, nil, type: nil) }

    /// Loads a page and sends a form of it, with these fields filled in.
    func submit(_ action: String, from path: String, _ fields: [String: String]) async throws -> Page {
        let token = try await get(path).formToken ?? ""
        return try await post(action, fields.merging(["form": token]) { $1 })
    }

    /// - Parameter more: fields of one name, such as boxes that are ticked.
    func post(
        _ action: String, _ fields: [String: String], _ more: [(String, String)] = []
    ) async throws -> Page {
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "!"..."~"))
        let body = (fields.map { ($0.key, $0.value) } + more).map { name, value in
            let text = value.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
            return "\(name.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")=\(text)"
        }.joined(separator: "&")
        return try await send("POST", action, Array(body.utf8), type: "application/x-www-form-urlencoded")
    }

    /// Sends a form with a file, as browsers do.
    func upload(_ action: String, _ fields: [String: String], file: String, _ bytes: [UInt8]) async throws -> Page {
        let boundary = "----phieukin\(UInt64.random(in: .min ... .max))"
        var body: [UInt8] = []
        for (name, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file)\"; filename=\"a\"\r\n".utf8
        body += "Content-Type: application/octet-stream\r\n\r\n".utf8 + bytes + "\r\n--\(boundary)--\r\n".utf8
        return try await send("POST", action, body, type: "multipart/form-data; boundary=\(boundary)")
    }

    /// The cookies as a request shows them.
    var cookieLine: String { cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }

    private func send(_ method: String, _ path: String, _ body: [UInt8]?, type: String?) async throws -> Page {
        var request = HTTPClientRequest(url: address + path)
        request.method = .init(rawValue: method)
        request.headers.add(name: "Accept", value: "text/html")
        if !cookies.isEmpty { request.headers.add(name: "Cookie", value: cookieLine) }
        if let type { request.headers.add(name: "Content-Type", value: type) }
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        let response = try await client.execute(request, timeout: .seconds(60))
        for cookie in response.headers[canonicalForm: "Set-Cookie"] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) } else { cookies[String(pair[0])] = nil }
        }
        let text = String(decoding: try await response.body.collect(upTo: 1 << 26).readableBytesView, as: UTF8.self)
        return Page(
            status: Int(response.status.code), text: text,
            headers: Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }) { $1 })
    }
}
