import Foundation
import TestSupport
import Testing

/// What people read is in their language, whole: an error's own description is English, and its words are asked for by
/// `text`, which has both.
@Suite struct WordingStyleTests {
    /// Refusals that people meet on pages and can mend: what is said of them in particular is said in both languages.
    private static let spoken = [
        "draftIncomplete", "presenceFixed", "opening", "document", "signature", "untrustedIdentity",
        "identityOfAnother", "sameKey", "keptBack",
    ]

    private static func lines(of folder: String) throws -> [(place: String, text: Substring)] {
        try FileManager.default.subpathsOfDirectory(atPath: TestFiles.path(folder)).filter { $0.hasSuffix(".swift") }
            .flatMap { file in
                try TestFiles.text("\(folder)/\(file)").split(separator: "\n").map { ("\(folder)/\(file)", $0) }
            }
    }

    @Test(arguments: ["Service", "phieukin", "Decisions", "Recognition", "SecretBallot", "OfficialDocuments"])
    func noVietnameseSentenceHoldsAnErrorsEnglish(module: String) throws {
        for line in try Self.lines(of: "Sources/" + module) {
            #expect(!Self.isMixed(line.text), "\(line.place): \(line.text)")
        }
    }

    @Test func whatPeopleCanMendIsSaidInBothLanguages() throws {
        for line in try Self.lines(of: "Sources/Service") {
            #expect(!Self.isHalfSpoken(line.text), "\(line.place): \(line.text)")
        }
    }

    @Test func bothAreFound() {
        for line in [
            #""Không đọc được tệp: \(error)""#, #""Đợt đang ở bước \(state.rawValue).""#,
            #""Sai mã (\(fault.description)).""#, #""Lý do: \(reason.english)""#,
        ] { #expect(Self.isMixed(line[...]), "\(line)") }
        for line in [
            #""Không đọc được tệp: \(error.text.vietnamese)""#, #""It failed: \(error)""#, #""Tệp của \(name)""#,
            #""Tệp hỏng (chi tiết kỹ thuật: \(fault))""#, #""it failed: \(fault.english) (hỏng: \(fault.vietnamese))""#,
        ] { #expect(!Self.isMixed(line[...]), "\(line)") }
        #expect(Self.isHalfSpoken(#"throw Problem(.draftIncomplete, "no board")"#))
        #expect(!Self.isHalfSpoken(#"throw Problem(.draftIncomplete, because: text)"#))
        #expect(!Self.isHalfSpoken(#"throw Problem(.notFound, "no unit")"#))
    }

    /// Whether a line writes Vietnamese around what is English. Both languages may stand side by side; what is said to be
    /// a technical detail may be English; a name of a file is one.
    private static func isMixed(_ line: Substring) -> Bool {
        guard line.contains(/[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/),
            !line.contains(".vietnamese"), !line.contains("RecordFile.")
        else { return false }
        let words = line.replacing(/chi tiết kỹ thuật: \\\([^)]*\)/, with: "")
        return words.contains(/\\\((error|fault|[^()]*\.(description|english|rawValue))\)/)
    }

    private static func isHalfSpoken(_ line: some StringProtocol) -> Bool {
        spoken.contains { line.contains("(.\($0), \"") || line.contains("(.\($0), fault.desc") }
    }
}
