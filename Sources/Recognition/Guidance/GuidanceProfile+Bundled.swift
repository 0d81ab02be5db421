public import StrictEncoding

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
