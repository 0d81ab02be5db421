/// The kinds of Party body that examine and decide recognition.
public enum AuthorityKind: String, CaseIterable, Hashable, Sendable {
    case grassrootsCommittee = "grassroots-committee"
    case districtStandingCommittee = "district-standing-committee"
    case blocStandingCommittee = "bloc-standing-committee"
    case provincialAgenciesStandingCommittee = "provincial-agencies-standing-committee"

    public var name: BilingualText {
        switch self {
        case .grassrootsCommittee:
            BilingualText("đảng ủy cơ sở", "grassroots Party committee")
        case .districtStandingCommittee:
            BilingualText(
                "ban thường vụ huyện ủy, quận ủy, thành ủy, đảng ủy trực thuộc tỉnh",
                "standing committee of a district-level Party committee"
            )
        case .blocStandingCommittee:
            BilingualText("ban thường vụ đảng ủy khối", "standing committee of the Bloc's Party committee")
        case .provincialAgenciesStandingCommittee:
            BilingualText(
                "ban thường vụ đảng ủy các cơ quan tỉnh",
                "standing committee of the Party committee of provincial agencies"
            )
        }
    }
}
