import StrictEncoding

/// Small PDF files that cost a careless reader gigabytes or minutes.
enum Bombs {
    /// By what is large about them. The first four are known from attacks on this service; the others are of their kind.
    static let all: [(name: String, make: @Sendable () -> [UInt8])] = [
        ("one long name for each of many attachments", { names() }),
        ("a field's long name, repeated down a tree", { fields() }),
        ("many revisions of a large file", { revisions() }),
        ("an attachment that unpacks to gigabytes", { flate() }),
        ("one large attachment under many names", { sharedAttachment() }),
        ("a tree of pages whose branches are shared", { pages() }),
        ("arrays within arrays", { nesting() }),
        ("a table of objects that are not there", { table() }),
    ]

    private static let base: [Int: String] = [
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
    ]

    private static func long(_ count: Int) -> String { "(\u{FEFF}" + String(repeating: "a", count: count) + ")" }

    static func names() -> [UInt8] {
        let names = String(repeating: "(a) 20 0 R ", count: 5_000)
        return file([
            1: "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[\(names)]>>>>>>", 5: long(1_000_000),
            6: "<</Type/EmbeddedFile/Length 0>>\nstream\n\nendstream",
            20: "<</Type/Filespec/UF 5 0 R/Desc 5 0 R/EF<</F 6 0 R>>>>",
        ])
    }

    static func fields() -> [UInt8] {
        let (depth, leaves) = (95, 900)
        var objects = [1: "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>>>", 5: long(1_000_000)]
        for level in 10..<10 + depth { objects[level] = "<</T 5 0 R/Kids[\(level + 1) 0 R]>>" }
        let last = 10 + depth
        let kids = (1...leaves).map { "\(last + $0) 0 R" }.joined(separator: " ")
        objects[last] = "<</T 5 0 R/Kids[\(kids)]>>"
        for leaf in 1...leaves { objects[last + leaf] = "<</T 5 0 R/FT/Sig>>" }
        return file(objects)
    }

    static func revisions() -> [UInt8] {
        let signature = "<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>"
        var file = file([
            1: "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[7 0 R]>>>>", 5: long(60_000),
            7: "<</FT/Sig/T(S)/V 8 0 R>>", 8: signature, 9: "null",
        ])
        var previous = offset(of: "xref\n0", in: file)
        for _ in 0..<199 {
            let object = file.count
            file += Array("9 0 obj\nnull\nendobj\n".utf8)
            let table = file.count
            file += Array(
                """
                xref
                9 1
                \(padded(object)) 00000 n\u{20}
                trailer
                <</Size 10/Root 1 0 R/Prev \(previous)>>
                startxref
                \(table)
                %%EOF

                """.utf8)
            previous = table
        }
        return file
    }

    static func flate() -> [UInt8] { attachments(unpacked: 2 << 30, names: 1) }

    static func sharedAttachment() -> [UInt8] { attachments(unpacked: 10 << 20, names: 5_000) }

    static func pages() -> [UInt8] {
        var objects: [Int: String] = [1: "<</Type/Catalog/Pages 2 0 R>>", 40: "<</Type/Page/MediaBox[0 0 100 100]>>"]
        for level in 2..<40 { objects[level] = "<</Type/Pages/Count 2/Kids[\(level + 1) 0 R \(level + 1) 0 R]>>" }
        return file(objects)
    }

    static func nesting() -> [UInt8] {
        let depth = 2_000_000
        let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        return file([1: "<</Type/Catalog/Pages 2 0 R/Names \(arrays)>>"])
    }

    static func table() -> [UInt8] {
        let file = file([1: "<</Type/Catalog/Pages 2 0 R>>"])
        let table = offset(of: "xref\n0", in: file)
        let claim = "xref\n0 2147483647\ntrailer\n<</Size 2147483647/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
        return Array(file[..<table]) + Array(claim.utf8)
    }

    // MARK: - Files

    private static func attachments(unpacked: Int, names: Int) -> [UInt8] {
        let stream = zeros(unpacked)
        let list = (0..<names).map { "(\($0)) 20 0 R" }.joined(separator: " ")
        return file(
            [
                1: "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[\(list)]>>>>>>",
                20: "<</Type/Filespec/UF(a)/EF<</F 6 0 R>>>>",
            ],
            stream: (6, "<</Type/EmbeddedFile/Filter/FlateDecode/Length \(stream.count)>>", stream))
    }

    /// A zlib stream that unpacks to at least `count` zeros: one zero, and the 258 before it again and again, in 13 bits
    /// each, so that eight of them make 13 bytes.
    static func zeros(_ count: Int) -> [UInt8] {
        let again = "11000101" + "00000"
        let bits = "110" + "00110000" + String(repeating: again, count: 16) + "0000000"
        let digits = Array(bits.utf8) + [UInt8](repeating: UInt8(ascii: "0"), count: 7)
        let short = (0..<bits.utf8.count / 8 + 1).map { place in
            (0..<8).reduce(UInt8(0)) { $0 | (digits[place * 8 + $1] - UInt8(ascii: "0")) << UInt8($1) }
        }
        let more = max(0, count / (8 * 258) - 1)
        let unpacked = 1 + 258 * (16 + 8 * more)
        let checksum = UInt32(unpacked % 65_521) << 16 | 1
        let period = Array(short[2..<15])
        let repeated = [[UInt8]](repeating: period, count: more).flatMap(\.self)
        return [0x78, 0x9C] + short[..<2] + repeated + short[2...] + [UInt8](bigEndian: checksum)
    }

    private static func file(
        _ objects: [Int: String], stream: (number: Int, head: String, bytes: [UInt8])? = nil
    ) -> [UInt8] {
        var bodies = objects.merging(base) { own, _ in own }.mapValues { Array($0.utf8) }
        if let stream {
            bodies[stream.number] = Array("\(stream.head)\nstream\n".utf8) + stream.bytes + Array("\nendstream".utf8)
        }
        var (output, offsets) = (Array("%PDF-1.7\n".utf8), [Int: Int]())
        for (number, body) in bodies.sorted(by: { $0.key < $1.key }) {
            offsets[number] = output.count
            output += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
        }
        let (table, size) = (output.count, (bodies.keys.max() ?? 0) + 1)
        let rows = (1..<size).map { number in
            offsets[number].map { "\(padded($0)) 00000 n \n" } ?? "0000000000 00000 f \n"
        }
        let head = "xref\n0 \(size)\n0000000000 65535 f \n"
        let tail = "trailer\n<</Size \(size)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
        return output + Array((head + rows.joined() + tail).utf8)
    }

    private static func padded(_ offset: Int) -> String {
        let text = String(offset)
        return String(repeating: "0", count: 10 - text.count) + text
    }

    private static func offset(of text: String, in file: [UInt8]) -> Int {
        file.indices.first { file[$0...].starts(with: text.utf8) } ?? 0
    }
}
