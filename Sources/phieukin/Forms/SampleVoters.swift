import OfficialDocuments
import Recognition
import SecretBallot
import StrictEncoding

/// The imaginary commune's committee. Two members have one name, as happens.
struct SampleVoters {
    let table: VoterTable
    let page: VoterPage

    init() throws {
        table = try VoterTable(parsing: Array(Self.members.utf8))
        page = try VoterPage(of: SampleRound.address)
    }

    var rows: [AttendanceRow] { table.rows.map { AttendanceRow(name: $0.name, position: $0.position) } }

    /// With codes that anyone can compute: for looking at, and for no round.
    var slips: [AccessSlip] {
        get throws {
            let codes = try table.rows.indices.map { voter in
                let bytes = (1...17).map { UInt8(truncatingIfNeeded: ($0 * 61 + 5) * (voter * 29 + 17)) }
                return try AccessCode(typed: Crockford.encode(bytes, count: AccessCode.characterCount))
            }
            return AccessCards(voters: table.rows, codes: codes).slips(on: page)
        }
    }

    private static let members = """
        id,name,position,birthYear
        uv-01,Lò Văn Phúc,Bí thư,1974
        uv-02,Pờ Mỹ Lệ,Phó Bí thư Thường trực,1979
        uv-03,Nguyễn Tiến Dũng,"Phó Bí thư, Chủ tịch Ủy ban nhân dân",1981
        uv-04,Lý Thị Nga,Chủ nhiệm Ủy ban Kiểm tra Đảng ủy,1983
        uv-05,Tống Văn Hải,Phó Chủ tịch Hội đồng nhân dân,1976
        uv-06,Vàng A Páo,Phó Chủ tịch Ủy ban nhân dân,1985
        uv-07,Đào Thị Thu Hằng,Trưởng Ban Xây dựng Đảng,1984
        uv-08,Lò Văn Phúc,Chánh Văn phòng Đảng ủy,1990
        uv-09,Trần Quốc Việt,Chỉ huy trưởng Ban Chỉ huy Quân sự,1987
        uv-10,Giàng Thị Mỷ,"Phó Chủ tịch Ủy ban Mặt trận, Chủ tịch Hội Liên hiệp Phụ nữ",1988
        uv-11,Phạm Minh Tuấn,Trưởng Công an xã,1982
        uv-12,Khoàng Xuân Lù,Chủ tịch Ủy ban Mặt trận Tổ quốc,1972
        uv-13,Lỳ Hừ Xá,Bí thư chi bộ bản Nậm Xẻ,1969
        uv-14,Hoàng Thị Bích Ngọc,Hiệu trưởng Trường Trung học cơ sở,1978
        uv-15,Chang A Súa,Bí thư Đoàn Thanh niên,1995
        """
}
