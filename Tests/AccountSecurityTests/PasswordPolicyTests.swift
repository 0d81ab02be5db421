import Foundation
import Testing

@testable import AccountSecurity

/// Which passwords are refused, and which of their neighbours are not.
@Suite struct PasswordPolicyTests {
    private static let policy = PasswordPolicy(context: ["nguyenvan", "Nguyễn Văn Bình", "phieu.bum-to.example"])

    private static func fault(_ password: String) -> PasswordPolicy.Fault? {
        do throws(PasswordPolicy.Fault) {
            try policy.check(password)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "matkhau123456", "MatKhau@2026", "Mật khẩu 12345", "m@tkh4u!!!!!", "password1234", "P@ssw0rd2026",
        "Passw0rd!!!!!",
        "passwordpassword", "iloveyou12345", "anhyeuem1234", "Hanoi@@@2026", "administrator", "vietnam2026!!",
        "qwertyuiop12", "1q2w3e4r5t6y", "123456789012", "987654321098", "aaaaaaaaaaaa", "abababababab", "abcdefghijkl",
        "qwertyasdfgh", "1234qwer4321", "11111111111a", "....2026....Dragon....", "Emyêuanh_520_", "dangcongsan1930",
    ])
    func whatEverybodyTriesIsRefused(password: String) { #expect(Self.fault(password) == .common, "\(password)") }

    @Test(arguments: [
        "nguyenvan2026", "NguyenVan@@123", "phieukin123456", "Phiếu kín 2026", "bum-to-2026-bum-to", "binh-phieukin-1",
    ])
    func namesThatGuessersKnowAreRefused(password: String) { #expect(Self.fault(password) != nil, "\(password)") }

    /// Made of nothing but names, places, offices, sayings and dates: few guesses, however long it is.
    @Test(arguments: [
        "chibobontot2026", "Chi bộ bốn tốt", "Đảng ủy xã Bum Tở", "nguyenvanan1985", "NguyenVanAn@1985",
        "ThangLong@1010", "Nam Định 1975", "Quảng Ninh 2026", "Quang Ninh@2025", "Trần Thị Hồng Lan 1990",
        "Thu Hương 19/05/1982", "Bí thư đảng ủy!", "Lai_Châu-12345678", "Độc lập - Tự do - Hạnh phúc", "Dragon-monkey",
        "Đ@ng bộ 4 t0t !!!!", "th@nhh04@2024", "mat-khau-quan-tri-vien-tinh",
    ])
    func whatGuessersPutTogetherIsRefused(password: String) { #expect(Self.fault(password) != nil, "\(password)") }

    /// As soon as something in them is one's own.
    @Test(arguments: [
        "con trâu Lai Châu ăn mây", "Lan với Hương cãi nhau", "dragon monkey turtle river", "hai con cá chép 1985",
        "bí thư quên ô ở chợ", "thuyen-xuoi-nam-na-27", "thac-bo-song-da-17", "qR7-Nam Định-vXk2",
    ])
    func whatIsTheirOwnIsTaken(password: String) { #expect(Self.fault(password) == nil, "\(password)") }

    @Test(arguments: [
        "correct horse staple 7", "con mèo leo cây cau", "trời mưa ướt áo nâu", "h7Kw!q2ZmR9x", "8305 1946 2277",
        "mặt trời mọc ở đằng tây", "nguyenvan đi chợ mua cá", "7KQ2-M0XD-V3PT-9WAZ-C5RN", "🐟🌳🚲🏠🎈🍎🚀🎵🌙⭐🔥🍀",
    ])
    func theirNeighboursAreTaken(password: String) { #expect(Self.fault(password) == nil, "\(password)") }

    @Test func lengthIsInCharactersAndInOneSpelling() {
        #expect(Self.fault("cá rô phi 1") == .length && Self.fault(String(repeating: "cá rô ", count: 43)) == .length)
        let composed = "mặt trời mọc"
        let decomposed = composed.decomposedStringWithCanonicalMapping
        #expect(Array(composed.utf8) != Array(decomposed.utf8))
        #expect(Array(PasswordPolicy.normalised(composed).utf8) == Array(PasswordPolicy.normalised(decomposed).utf8))
        #expect(Self.fault(composed) == nil && Self.fault(decomposed) == nil)
    }

    @Test func theListIsWhatGuessersHave() {
        for word in ["password", "matkhau", "anhyeuem", "qwerty", "dragon", "iloveyou", "quantri"] {
            #expect(CommonPasswords.contains(word), "\(word)")
        }
        #expect(!CommonPasswords.contains("trangnamtrunghoa"))
    }
}
