import StrictEncoding
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

    @Test func aLargeFileIsReadInLinearTime() throws {
        let text = String(repeating: "\r\n--XyX\r", count: 200_000)
        let body = Self.body(("name=\"f\"; filename=\"x\"", text))
        #expect(try MultipartReader(body, contentType: Self.type).form().files["f"]?.count == text.utf8.count)
    }
}
