import Client
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// multipart/form-data as browsers write it, and as they do not.
@Suite struct MultipartTests {
    private static let type = "multipart/form-data; boundary=XyZ"

    private static func body(_ parts: (String, String)...) -> [UInt8] {
        parts.flatMap { Array("--XyZ\r\nContent-Disposition: form-data; \($0)\r\n\r\n\($1)\r\n".utf8) }
            + Array("--XyZ--\r\n".utf8)
    }

    @Test func fieldsAndFilesAreTakenApart() throws {
        let body = Self.body(("name=\"a\"", "1"), ("name=\"tệp\"", "x"), ("name=\"b\"", ""))
        #expect(throws: MalformedInput.self) { try MultipartReader(body, contentType: Self.type).form() }
        let good = Self.body(("name=\"a\"", "1\r\n2"), ("name=\"f\"; filename=\"đơn.pdf\"", "\r\n--Xy\r\n"))
        let form = try MultipartReader(good, contentType: Self.type).form()
        #expect(form["a"] == "1\r\n2" && form.files["f"] == Array("\r\n--Xy\r\n".utf8))
    }

    @Test func anEmptyFileIsAFile() throws {
        let body = Self.body(("name=\"f\"; filename=\"\"", ""))
        #expect(try MultipartReader(body, contentType: Self.type).form().files["f"] == [])
    }

    @Test(arguments: ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=Đ"])
    func withoutABoundaryThereIsNothingToRead(type: String) {
        #expect(throws: MalformedInput.self) { try MultipartReader([], contentType: type) }
    }

    @Test func everyTruncationIsRefused() throws {
        let whole = Self.body(("name=\"a\"", "1"), ("name=\"f\"; filename=\"x\"", "contents"))
        for end in 0..<whole.count - 4 {
            #expect(throws: MalformedInput.self, "\(end)") {
                try MultipartReader(Array(whole[..<end]), contentType: Self.type).form()
            }
        }
    }

    @Test func tooManyPartsAreRefused() {
        let part = Array("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n".utf8)
        let body = Array(repeating: part, count: 65).flatMap(\.self) + Array("--XyZ--\r\n".utf8)
        #expect(throws: MalformedInput.self) { try MultipartReader(body, contentType: Self.type).form() }
    }

    private static let secret = [UInt8](repeating: 7, count: 16)

    /// Looks at a form as it comes, in pieces.
    private static func watch(_ body: [UInt8], secrets: [[UInt8]] = [secret]) -> Problem? {
        do {
            var watch = try MultipartGuard(contentType: type, secrets: secrets)
            for end in stride(from: 1_000, to: body.count, by: 9_000) { try watch.look(at: Array(body[..<end])) }
            try watch.look(at: body)
            return nil
        } catch {
            return error as? Problem ?? Problem(.internal)
        }
    }

    @Test func whoDidNotGetTheFormFromUsHasNoMoreThanItsBeginningRead() {
        let file = ("name=\"f\"; filename=\"x\"", String(repeating: "\r\n--X", count: 60_000))
        let token = ("name=\"form\"", FormGuard.token(for: Self.secret))
        let other = ("name=\"a\"", "1")
        #expect(Self.watch(Self.body(token, other, file)) == nil)
        #expect(Self.watch(Self.body(other, token, file)) == nil, "any small field may stand before it")
        #expect(Self.watch(Self.body(file, token))?.code == .staleForm)
        #expect(Self.watch(Self.body(other, file))?.code == .staleForm)
        #expect(Self.watch(Self.body(("name=\"form\"", "AAAA"), file))?.code == .staleForm)
        #expect(Self.watch(Self.body(token, file), secrets: [])?.code == .staleForm)
        #expect(Self.watch(Self.body((file.0.replacing("; filename=\"x\"", with: ""), file.1), token))?.code != nil)
        #expect(Self.watch([UInt8](repeating: 65, count: 100_000))?.code != nil)
        #expect(Self.watch(Self.body(other)) == nil, "what is short is checked when it is whole")
    }

    @Test func whereverABeginningIsCutItsWholeFieldsAreRead() throws {
        let token = ("name=\"form\"", "abc")
        let body = Self.body(token, ("name=\"f\"; filename=\"x\"", "contents"), ("name=\"b\"", "2"))
        // With the border behind it the field is whole.
        let end = Self.body(token).count - "--\r\n".utf8.count
        for count in "--XyZ".utf8.count...body.count {
            let fields = try MultipartReader(Array(body.prefix(count)), contentType: Self.type).leadingFields()
            #expect(fields.map(\.value) == (count < end ? [] : ["abc"]), "\(count)")
        }
    }

    @Test func aFileWithoutATokenIsRefusedBeforeItHasCome() async throws {
        try await TestService.run { service in
            _ = try await service.staff("nguoi-ky", .signer)
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("nguoi-ky")
                try await Self.expectRefusal(service, cookies: await visitor.cookieLine)
            }
            try await RawConnection.run(to: service.port) { connection in
                try await connection.send(
                    "POST /verify HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 16000000\r\n\r\n")
                #expect(try await connection.answer()?.status == 413, "no form without a file is so large")
            }
        }
    }

    /// Of a signer's new key file, without what says that it comes from a page of ours.
    private static func expectRefusal(_ service: TestService, cookies: String) async throws {
        try await RawConnection.run(to: service.port) { connection in
            try await connection.send(
                "POST /desk/identity HTTP/1.1\r\nHost: a\r\nCookie: \(cookies)\r\nContent-Type: \(type)\r\n"
                    + "Content-Length: 200000\r\n\r\n")
            try await connection.send("--XyZ\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n")
            try await connection.send([UInt8](repeating: 65, count: 70_000))
            #expect(try await connection.answer()?.status == 403)
        }
    }

    @Test func aLargeFileIsReadInLinearTime() throws {
        let text = String(repeating: "\r\n--XyX\r", count: 200_000)
        let body = Self.body(("name=\"f\"; filename=\"x\"", text))
        #expect(try MultipartReader(body, contentType: Self.type).form().files["f"]?.count == text.utf8.count)
    }
}
