import Recognition
import Testing

@testable import phieukin

struct CSVTextTests {
    @Test func isReadBackAsItWas() throws {
        let rows = [
            ["mã", "tên"], ["a", "Lò Văn Phúc"], ["b", "Phó Bí thư, Chủ tịch"], ["c", "“ngoặc” \"kép\""],
            ["d", " trước và sau "], ["e", "hai\ndòng"], ["f;g", "x\ty"], ["h", "hai  cách"],
        ]
        let table = try CSVTable(parsing: CSVText.table(rows))
        #expect([table.header.fields] + table.rows.map(\.fields) == rows)
    }
}
