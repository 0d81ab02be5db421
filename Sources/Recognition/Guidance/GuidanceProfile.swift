public import StrictEncoding

/// A guidance document as data: criteria, preconditions, rules, forms and authorities, each figure with its source.
///
/// A province adds its own without code; see `Profiles/` for four of them.
public struct GuidanceProfile: Hashable, Sendable {
    public static let format = "phieukin-guidance/1"

    /// The most bytes that a profile may have.
    public static let maximumSize = 256 * 1024

    /// "lai-chau-05-hd-tu"
    public let id: String
    public let title: BilingualText
    public let document: GuidanceDocument
    public let criteria: [Sourced<Criterion>]
    public let rules: BallotRules
    public let ruleSources: RuleSources
    public let grants: [Grant]
    public let facts: [Fact]
    public let preconditions: [Precondition]

    /// The exact bytes that were read: their SHA-256 goes into manifests and decisions.
    public let bytes: [UInt8]
}

/// What each of a profile's three counting rules rests on.
public struct RuleSources: Hashable, Sendable {
    public let attendance: String
    public let turnout: String
    public let approval: String
}

/// A figure, and the words of the document that it rests on: number and section, or a plain statement that the
/// document is silent and what default stands in its place.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let source: String

    public init(_ value: Value, source: String) {
        self.value = value
        self.source = source
    }
}

extension GuidanceProfile {
    private static let bundledBytes = [
        PackageResources.lai_chau_05_hd_tu_json,
        PackageResources.go_vap_554_cv_qu_json,
        PackageResources.ninh_thuan_161_kh_duk_json,
        PackageResources.bac_kan_ccq_2023_json,
    ]

    /// The profiles that come with the program.
    /// - Throws: `MalformedInput` if one of them was damaged before the program was built.
    public static func bundled() throws(MalformedInput) -> [GuidanceProfile] {
        try bundledBytes.map(GuidanceProfile.init(parsing:))
    }

    /// The bundled profile of that id; nil if there is none.
    /// - Throws: `MalformedInput`, as `bundled()`.
    public static func bundled(_ id: String) throws(MalformedInput) -> GuidanceProfile? {
        try bundled().first { $0.id == id }
    }
}
