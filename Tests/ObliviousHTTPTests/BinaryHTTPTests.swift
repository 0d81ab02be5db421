import ObliviousHTTP
import TestSupport
import Testing

/// The examples of RFC 9292 section 5, and everything that its encoders may choose and ours may not.
struct BinaryHTTPTests {
    private static let request = hex(
        """
        00034745 54056874 74707300 0a2f6865 6c6c6f2e 74787440 6c0a7573 65722d61
        67656e74 34637572 6c2f372e 31362e33 206c6962 6375726c 2f372e31 362e3320
        4f70656e 53534c2f 302e392e 376c207a 6c69622f 312e322e 3304686f 73740f77
        77772e65 78616d70 6c652e63 6f6d0f61 63636570 742d6c61 6e677561 67650665
        6e2c206d 690000
        """)

    private static let indeterminateRequest = hex(
        """
        02034745 54056874 74707300 0a2f6865 6c6c6f2e 7478740a 75736572 2d616765
        6e743463 75726c2f 372e3136 2e33206c 69626375 726c2f37 2e31362e 33204f70
        656e5353 4c2f302e 392e376c 207a6c69 622f312e 322e3304 686f7374 0f777777
        2e657861 6d706c65 2e636f6d 0f616363 6570742d 6c616e67 75616765 06656e2c
        206d6900 00000000 00000000 00000000
        """)

    /// Of indeterminate length, with two informational responses before the final one; its beginning.
    private static let indeterminateResponse = hex(
        """
        03406607 72756e6e 696e670a 22736c65 65702031 35220040 67046c69 6e6b233c
        2f737479 6c652e63 73733e3b 2072656c 3d707265 6c6f6164 3b206173 3d737479
        6c65046c 696e6b24 3c2f7363 72697074 2e6a733e 3b207265 6c3d7072 656c6f61
        643b2061 733d7363 72697074 0040c804 64617465 1d4d6f6e 2c203237 204a756c
        """)

    private static let trailersResponse = hex(
        """
        0140c800 1d546869 7320636f 6e74656e 7420636f 6e746169 6e732043 524c462e
        0d0a0d07 74726169 6c657204 74657874
        """)

    @Test func theRequestOfTheExamplesComesBackAsItWent() throws {
        let request = try BinaryRequest(parsing: Self.request)
        #expect(
            request
                == (try BinaryRequest(
                    method: "GET", scheme: "https", authority: "", path: "/hello.txt",
                    fields: [
                        BinaryField(
                            name: "user-agent", value: "curl/7.16.3 libcurl/7.16.3 OpenSSL/0.9.7l zlib/1.2.3"),
                        BinaryField(name: "host", value: "www.example.com"),
                        BinaryField(name: "accept-language", value: "en, mi"),
                    ], content: [])))
        #expect(request.encoded == Self.request)
    }

    @Test func whatTheOtherExamplesUseIsRefusedByItsName() throws {
        #expect(fault { try BinaryRequest(parsing: Self.indeterminateRequest) } == .framing)
        #expect(fault { try BinaryResponse(parsing: Self.indeterminateResponse) } == .framing)
        #expect(fault { try BinaryResponse(parsing: Self.trailersResponse) } == .trailers)
        // Its legitimate neighbour: the same response without the trailer.
        let plain = try BinaryResponse(parsing: Self.trailersResponse.dropLast(14) + [0])
        #expect(plain.content == Array("This content contains CRLF.\r\n".utf8))
        // Informational responses of known length.
        #expect(fault { try BinaryResponse(parsing: hex("01 4066 00 40c8 00 00 00")) } == .informational)
        #expect(throws: BinaryHTTPFault.informational) { try BinaryResponse(status: 199, fields: [], content: []) }
    }

    @Test func truncationAndPaddingAreRefused() {
        for count in 0..<Self.request.count {
            #expect(fault { try BinaryRequest(parsing: Array(Self.request[..<count])) } == .truncated, "\(count)")
        }
        #expect(fault { try BinaryRequest(parsing: Self.request + [0]) } == .padding)
        #expect(fault { try BinaryRequest(parsing: Self.request + [1]) } == .padding)
        #expect(fault { try BinaryResponse(parsing: hex("0140c8")) } == .truncated)
        #expect(fault { try BinaryResponse(parsing: hex("0140c8000000 00")) } == .padding)
        #expect(throws: Never.self) { try BinaryResponse(parsing: hex("0140c8000000")) }
    }

    @Test func aPaddedResponseHasItsLengthAndNothingButZeros() throws {
        let response = try BinaryResponse(
            status: 422, fields: [BinaryField(name: "content-type", value: "application/problem+json")],
            content: [7, 0, 0])
        let padded = try response.encoded(paddedTo: 64)
        #expect(padded.count == 64 && Array(padded.prefix(response.encoded.count)) == response.encoded)
        #expect(try BinaryResponse(parsing: padded, paddedTo: 64) == response)
        #expect(try response.encoded(paddedTo: response.encoded.count) == response.encoded)
        #expect(throws: BinaryHTTPFault.tooLong) { try response.encoded(paddedTo: response.encoded.count - 1) }
        for wrong in [padded.dropLast(), padded + [0], padded.dropLast() + [1]] as [[UInt8]] {
            #expect(fault { try BinaryResponse(parsing: wrong, paddedTo: 64) } == .padding)
        }
        #expect(fault { try BinaryResponse(parsing: padded) } == .padding)
    }

    @Test func integersHaveOneForm() throws {
        // The status as one, two, four and eight bytes; only two are right.
        #expect(fault { try BinaryResponse(parsing: hex("01 800000c8 000000")) } == .integer)
        #expect(fault { try BinaryResponse(parsing: hex("01 c0000000000000c8 000000")) } == .integer)
        #expect(fault { try BinaryResponse(parsing: hex("4001 40c8 000000")) } == .integer)
        #expect(fault { try BinaryResponse(parsing: hex("01 40c8 4000 0000")) } == .integer)
        for count in [0, 63, 64, 16_383, 16_384, 60_000] {
            let response = try BinaryResponse(status: 200, fields: [], content: [UInt8](repeating: 1, count: count))
            #expect(response.encoded.count == 5 + count + (count < 64 ? 1 : count < 16_384 ? 2 : 4))
            #expect(try BinaryResponse(parsing: response.encoded) == response)
        }
    }

    @Test func lengthsBeyondTheMessageAreRefused() {
        for length in ["3f", "7fff", "bfffffff", "ffffffffffffffff"] {
            #expect(fault { try BinaryResponse(parsing: hex("01 40c8 00 \(length)")) } == .truncated)
            #expect(fault { try BinaryRequest(parsing: hex("00 \(length)")) } == .truncated)
        }
        let long = [UInt8](repeating: 0, count: 1 << 16)
        #expect(fault { try BinaryResponse(parsing: long) } == .framing)
        #expect(fault { try BinaryResponse(parsing: long + [0]) } == .tooLong)
    }

    @Test func statusesAreFinal() throws {
        for status in [-1, 0, 99, 600, 16_384] {
            #expect(throws: BinaryHTTPFault.status) { try BinaryResponse(status: status, fields: [], content: []) }
        }
        #expect(fault { try BinaryResponse(parsing: hex("01 00 00 00 00")) } == .status)
        #expect(fault { try BinaryResponse(parsing: hex("01 4258 00 00 00")) } == .status)
        for status in [200, 599] {
            let response = try BinaryResponse(status: status, fields: [], content: [])
            #expect(try BinaryResponse(parsing: response.encoded).status == status)
        }
    }

    @Test(arguments: ["", "Accept", "a b", ":path", "a:b", "é", "a\n", "a\0"])
    func namesAreTokensInLowerCase(name: String) {
        #expect(throws: BinaryHTTPFault.field) { try BinaryField(name: name, value: "x") }
    }

    @Test(arguments: [" x", "x ", "\tx", "x\t", "a\r\nb", "a\0b", "é", "\u{7F}"])
    func valuesCarryNothingElse(value: String) throws {
        #expect(throws: BinaryHTTPFault.field) { try BinaryField(name: "x", value: value) }
        #expect(try BinaryField(name: "x", value: "a \t b").value == "a \t b")
        #expect(try BinaryField(name: "x-_.~1", value: "").value == "")
    }

    @Test func controlDataIsVisible() throws {
        for parts in [
            ["", "https", "/"], ["GET", "", "/"], ["GET", "https", ""], ["G T", "https", "/"],
            ["GET", "https", "/é"], ["GET", "https", "/\n"],
        ] {
            #expect(throws: BinaryHTTPFault.control) {
                try BinaryRequest(
                    method: parts[0], scheme: parts[1], authority: "a", path: parts[2], fields: [], content: [])
            }
        }
        // Bytes that are no text.
        #expect(fault { try BinaryRequest(parsing: hex("00 01ff 0168 00 012f 00 00 00")) } == .control)
        #expect(throws: Never.self) { try BinaryRequest(parsing: hex("00 0147 0168 00 012f 00 00 00")) }
    }

    @Test func fieldsAreNotManyAndNotTorn() throws {
        let field = try BinaryField(name: "a", value: "b")
        let most = try BinaryResponse(status: 200, fields: Array(repeating: field, count: 64), content: [])
        #expect(try BinaryResponse(parsing: most.encoded) == most)
        let more = try BinaryResponse(status: 200, fields: Array(repeating: field, count: 65), content: [])
        #expect(fault { try BinaryResponse(parsing: more.encoded) } == .tooLong)
        // A section that ends within a field, and one whose field has no name.
        #expect(fault { try BinaryResponse(parsing: hex("01 40c8 03 016101 00 00")) } == .truncated)
        #expect(fault { try BinaryResponse(parsing: hex("01 40c8 03 000161 00 00")) } == .field)
    }

    /// Whatever is read is written as it was.
    @Test func whatIsReadIsWrittenAsItWas() throws {
        var random = SeededRandom()
        for _ in 0..<20_000 {
            var bytes = random.below(2) == 0 ? Self.request : Self.trailersResponse.dropLast(14) + [0]
            for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = random.byte() }
            if let request = try? BinaryRequest(parsing: bytes) { #expect(request.encoded == bytes, "\(random)") }
            if let response = try? BinaryResponse(parsing: bytes) { #expect(response.encoded == bytes, "\(random)") }
        }
    }
}

private func fault<Value>(_ body: () throws -> Value) -> BinaryHTTPFault? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? BinaryHTTPFault
    }
}
