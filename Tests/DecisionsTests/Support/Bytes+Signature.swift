import SignedPDF
import Testing

extension Array<UInt8> {
    /// The file with another CMS signature in the place of one of its own; one that is too long is cut.
    func replacing(_ signature: PDFSignature, with cms: [UInt8]) throws -> [UInt8] {
        try #require(signature.byteRange.count == 4)
        let room = signature.byteRange[1] + 1..<signature.byteRange[2] - 1
        let digits = cms.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().utf8.prefix(room.count)
        var file = self
        file.replaceSubrange(room, with: Array(digits) + [UInt8](repeating: 0x30, count: room.count - digits.count))
        return file
    }
}
