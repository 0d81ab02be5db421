import Recognition
import Testing

struct CSVTextTests {
    private static let rows = [
        ["mã", "tên"], ["a", "Lò Văn Phúc"], ["b", "Phó Bí thư, Chủ tịch"], ["c", "“ngoặc” \"kép\""],
        ["d", " trước và sau "], ["e", "hai\ndòng"], ["f;g", "x\ty"], ["h", "hai  cách"], ["i", "\""],
    ]

    @Test(arguments: [CSVText.file(rows), Array(CSVText.text(rows).utf8)])
    func isReadBackAsItWas(_ bytes: [UInt8]) throws {
        let table = try CSVTable(parsing: bytes)
        #expect([table.header.fields] + table.rows.map(\.fields) == Self.rows)
    }
}
