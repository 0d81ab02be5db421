/// Small files that ask for much: each object written here, to the last byte.
struct Bomb {
    private var objects: [Int: [UInt8]] = [
        1: Array("<</Type/Catalog/Pages 2 0 R>>".utf8), 2: Array("<</Type/Pages/Kids[3 0 R]/Count 1>>".utf8),
        3: Array("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>".utf8),
    ]
    private static let attachments = "/Names<</EmbeddedFiles<</Names["

    private mutating func set(_ number: Int, _ body: String) { objects[number] = Array(body.utf8) }

    private static func text(_ count: Int) -> String { "(" + String(repeating: "a", count: count) + ")" }

    private static func stream(_ entries: String, _ bytes: [UInt8]) -> [UInt8] {
        Array("<<\(entries)/Length \(bytes.count)>>\nstream\n".utf8) + bytes + Array("\nendstream".utf8)
    }

    private mutating func attach(_ count: Int, name: Int, stream: [UInt8]) {
        let leaves = String(repeating: "(a) 20 0 R ", count: count)
        set(1, "<</Type/Catalog/Pages 2 0 R\(Self.attachments)\(leaves)]>>>>>>")
        set(5, Self.text(name))
        objects[6] = stream
        set(20, "<</Type/Filespec/UF 5 0 R/Desc 5 0 R/EF<</F 6 0 R>>>>")
    }

    /// One file attached five thousand times, whose name is a megabyte.
    static var names: [UInt8] {
        var bomb = Bomb()
        bomb.attach(5000, name: 1_000_000, stream: stream("/Type/EmbeddedFile", []))
        return bomb.file
    }

    /// One content of a megabyte attached five thousand times.
    static var contents: [UInt8] {
        var bomb = Bomb()
        bomb.attach(5000, name: 1, stream: stream("/Type/EmbeddedFile", [UInt8](repeating: 97, count: 1_000_000)))
        return bomb.file
    }

    /// Half a gigabyte of zeros, packed.
    static func packed(_ zeros: [UInt8]) -> [UInt8] {
        var bomb = Bomb()
        bomb.attach(1, name: 1, stream: stream("/Type/EmbeddedFile/Filter/FlateDecode", zeros))
        return bomb.file
    }

    /// Nine hundred fields below a hundred others, the name of each a megabyte.
    static var fields: [UInt8] {
        var bomb = Bomb()
        let (depth, leaves) = (95, 900)
        bomb.set(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>>>")
        bomb.set(5, text(1_000_000))
        for level in 0..<depth { bomb.set(10 + level, "<</T 5 0 R/Kids[\(11 + level) 0 R]>>") }
        let last = 10 + depth
        let kids = (1...leaves).map { "\(last + $0) 0 R" }.joined(separator: " ")
        bomb.set(last, "<</T 5 0 R/Kids[\(kids)]>>")
        for leaf in 1...leaves { bomb.set(last + leaf, "<</T 5 0 R/FT/Sig>>") }
        return bomb.file
    }

    /// A value of two bytes takes fifty in memory.
    static var values: [UInt8] {
        var bomb = Bomb()
        let values = String(repeating: "0 ", count: 4_000_000)
        bomb.set(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/X[\(values)]>>>>")
        return bomb.file
    }

    /// Each object in the comment of the one before it, so that reading one passes over all that follow.
    static var comments: [UInt8] {
        let count = 9_000
        var (output, offsets) = (Array("%PDF-1.7\n".utf8), [Int]())
        for number in 4..<4 + count {
            offsets.append(output.count)
            output += Array("\(number) 0 obj %".utf8)
        }
        output += Array("\nnull endobj\n".utf8)
        var bomb = Bomb()
        let fields = (4..<4 + count).map { "\($0) 0 R" }.joined(separator: " ")
        bomb.set(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10000 0 R]>>/A[\(fields)]>>")
        bomb.set(10_000, signedField)
        bomb.set(10_001, signature)
        return bomb.written(after: output, also: Dictionary(uniqueKeysWithValues: zip(4..., offsets)), revisions: 1)
    }

    private static let signedField = "<</FT/Sig/T(S)/V 10001 0 R>>"
    private static let signature = "<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>"

    /// A signed file of many revisions, each of which writes nothing; looked at anew each time, `payload` costs.
    static func revisions(_ payload: String, count: Int) -> [UInt8] {
        var bomb = Bomb()
        bomb.set(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[7 0 R]>>>>")
        bomb.set(5, payload)
        bomb.set(7, signedField)
        bomb.set(10_001, signature)
        bomb.set(9, "null")
        return bomb.written(after: Array("%PDF-1.7\n".utf8), also: [:], revisions: count)
    }

    /// Ten thousand pages, and revisions after a signature.
    static func pages(_ pages: Int, revisions: Int) -> [UInt8] {
        var bomb = Bomb()
        bomb.set(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[7 0 R]>>>>")
        let kids = (0..<pages).map { "\(20_000 + $0) 0 R" }.joined(separator: " ")
        bomb.set(2, "<</Type/Pages/Kids[\(kids)]/Count \(pages)>>")
        for page in 0..<pages { bomb.set(20_000 + page, "<</Type/Page/Parent 2 0 R>>") }
        bomb.set(7, signedField)
        bomb.set(10_001, signature)
        bomb.set(9, "null")
        return bomb.written(after: Array("%PDF-1.7\n".utf8), also: [:], revisions: revisions)
    }

    /// A hundred signatures, each of which would be over millions of bytes.
    static var signatures: [UInt8] {
        var bomb = Bomb()
        bomb.objects[5] = stream("", [UInt8](repeating: 97, count: 8 << 20))
        let fields = (0..<100).map { "\(100 + 2 * $0) 0 R" }.joined(separator: " ")
        bomb.set(1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[\(fields)]>>>>")
        for index in 0..<100 {
            bomb.set(100 + 2 * index, "<</FT/Sig/T(S\(index))/V \(101 + 2 * index) 0 R>>")
            bomb.set(101 + 2 * index, signature)
        }
        return bomb.file
    }

    private var file: [UInt8] { written(after: Array("%PDF-1.7\n".utf8), also: [:], revisions: 0) }

    private func written(after start: [UInt8], also places: [Int: Int], revisions: Int) -> [UInt8] {
        var (output, offsets) = (start, places)
        for (number, body) in objects.sorted(by: { $0.key < $1.key }) {
            offsets[number] = output.count
            output += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
        }
        var previous: Int?
        let size = (offsets.keys.max() ?? 0) + 1
        Self.close(&output, offsets, size, &previous)
        for _ in 0..<revisions {
            let offset = output.count
            output += Array("9 0 obj\nnull\nendobj\n".utf8)
            Self.close(&output, [9: offset], size, &previous)
        }
        return output
    }

    private static func close(_ output: inout [UInt8], _ offsets: [Int: Int], _ size: Int, _ previous: inout Int?) {
        let start = output.count
        var table = "xref\n"
        for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
            let digits = String(offset)
            table += "\(number) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
        }
        let link = previous.map { "/Prev \($0)" } ?? ""
        output += Array("\(table)trailer\n<</Size \(size)/Root 1 0 R\(link)>>\nstartxref\n\(start)\n%%EOF\n".utf8)
        previous = start
    }
}
