import StrictEncoding

/// What is done about decisions; papers by their numbers.
enum DecisionDeed: Deed {
    case issued([String])
    case prepared([String])
    case attached(String)
    case withdrawn(String)
    case bodySealAffixed(String)
    case archived(String)
    case annulled(by: String)
    case identitySet(fingerprint: [UInt8])

    var phrase: DeedPhrase {
        switch self {
        case .issued(let numbers):
            DeedPhrase("decision.issue", "Ký quyết định: {}", "Signed decisions: {}", Self.list(numbers))
        case .prepared(let numbers):
            DeedPhrase(
                "decision.prepare", "Lập văn bản để ký ngoài hệ thống: {}",
                "Prepared papers to be signed elsewhere: {}",
                Self.list(numbers))
        case .attached(let number):
            DeedPhrase(
                "decision.attach", "Nhận chữ ký cho quyết định số {}", "Took in the signature of decision {}", number)
        case .withdrawn(let number):
            DeedPhrase(
                "decision.withdraw", "Rút văn bản số {} đang chờ ký", "Withdrew the prepared paper {}", number)
        case .bodySealAffixed(let number):
            DeedPhrase("decision.seal", "Đóng dấu số quyết định số {}", "Put the seal to decision {}", number)
        case .archived(let number):
            DeedPhrase(
                "decision.archive", "Đóng dấu thời gian lưu trữ cho quyết định số {}",
                "Put an archive time stamp on decision {}", number)
        case .annulled(let number):
            DeedPhrase(
                "decision.annul", "Hủy bỏ kết quả công nhận bằng quyết định số {}",
                "Annulled a recognition by decision {}", number)
        case .identitySet(let fingerprint):
            DeedPhrase(
                "identity.set", "Thay chứng thư số để ký", "Replaced the signing certificate",
                Base64URL.encode(fingerprint))
        }
    }

    private static func list(_ numbers: [String]) -> String { numbers.joined(separator: ", ") }

    static var allCases: [DecisionDeed] {
        [
            .issued([]), .prepared([]), .attached(""), .withdrawn(""), .bodySealAffixed(""), .archived(""),
            .annulled(by: ""),
            .identitySet(fingerprint: []),
        ]
    }
}
