import Storage
import StrictEncoding

/// Why an installation is not started: its files are ahead of its register. Nothing was changed.
public struct StartRefusal: Error, CustomStringConvertible {
    public let description: String

    private init(_ vietnamese: String, _ english: String, _ holding: RoundHolding) {
        description = """
            Sổ (phieukin.sqlite) cũ hơn các tệp của đợt bỏ phiếu: \(vietnamese). Chưa thay đổi gì. Nơi cần xem: \
            \(holding.places). Hãy dừng lại, sao toàn bộ thư mục dữ liệu ra nơi khác, rồi đặt lại sổ mới hơn; nếu không \
            còn sổ nào mới hơn thì chuyển các tệp của đợt này ra nơi khác để giữ, rồi khởi động lại: đợt đó chỉ còn có \
            thể hủy.
            The register (phieukin.sqlite) is older than a round's files: \(english). Nothing was changed. Look at: \
            \(holding.places). Copy the whole data folder elsewhere first; then put the newer register back. Where there \
            is none, move this round's files elsewhere and keep them, then start again: the round can then only be \
            cancelled.
            """
    }

    /// The register says that slips are taken; the spool is gone and the sealed boxes are there.
    static func sealedAlready(_ round: String, _ holding: RoundHolding) -> StartRefusal {
        StartRefusal(
            "theo sổ, đợt \(round) đang bỏ phiếu, nhưng hòm phiếu của đợt đã niêm phong",
            "by it, round \(round) is still taking slips, but its boxes are sealed", holding)
    }

    /// The boxes hold slips that the spool does not.
    static func boxesAhead(_ round: String, _ holding: RoundHolding) -> StartRefusal {
        StartRefusal(
            "hòm phiếu đã niêm phong của đợt \(round) có phiếu mà hòm đang mở không có",
            "the sealed boxes of round \(round) hold slips that its spool does not hold", holding)
    }

    /// The register has no such round.
    static func unknownRound(_ holding: RoundHolding) -> StartRefusal {
        let round = Base64URL.encode(holding.roundID)
        return StartRefusal(
            "có tệp của đợt \(round) mà sổ không biết", "there are files of round \(round), which it does not know",
            holding)
    }
}

/// Something in the configuration with which the service does not start.
public struct ConfigurationFault: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
