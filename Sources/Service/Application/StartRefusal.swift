import Recognition
import Storage
import StrictEncoding

/// Why an installation is not started: its files are ahead of its register. They are as they were.
public struct StartRefusal: Error, CustomStringConvertible {
    public let description: String

    private init(_ fault: BilingualText, _ holding: RoundHolding, lastResort: BilingualText = Self.lastResort) {
        description = """
            Sổ (\(holding.places.register)) cũ hơn các tệp của đợt bỏ phiếu: \(fault.vietnamese). Các tệp của đợt này còn nguyên: \
            \(holding.places.round). Hãy dừng lại, sao toàn bộ thư mục dữ liệu ra nơi khác, rồi đặt lại sổ mới hơn; nếu không \
            còn sổ nào mới hơn thì \(lastResort.vietnamese).
            The register (\(holding.places.register)) is older than a round's files: \(fault.english). That round's \
            files are as they were: \(holding.places.round). Copy the whole data folder elsewhere first; then put the newer register back. \
            Where there is none, \(lastResort.english).
            """
    }

    private static let lastResort = BilingualText(
        "chuyển các tệp của đợt này ra nơi khác để giữ, rồi khởi động lại: đợt đó chỉ còn có thể hủy",
        "move this round's files elsewhere and keep them, then start again: the round can then only be cancelled")

    /// The register says that slips are taken; the spool is gone and the sealed boxes are there.
    static func sealedAlready(_ round: String, _ holding: RoundHolding) -> StartRefusal {
        StartRefusal(
            BilingualText(
                "theo sổ, đợt \(round) đang bỏ phiếu, nhưng hòm phiếu của đợt đã niêm phong",
                "by it, round \(round) is still taking slips, but its boxes are sealed"),
            holding)
    }

    /// The register says that the round was cancelled, and there are boxes whose slips no spool of it holds.
    static func sealedAndCancelled(_ round: String, _ holding: RoundHolding) -> StartRefusal {
        StartRefusal(
            BilingualText(
                "theo sổ, đợt \(round) đã hủy, nhưng có hòm phiếu đã niêm phong của đợt",
                "by it, round \(round) was cancelled, but there are sealed boxes of it"),
            holding)
    }

    /// The boxes hold slips that the spool does not.
    static func boxesAhead(_ round: String, _ holding: RoundHolding) -> StartRefusal {
        StartRefusal(
            BilingualText(
                "hòm phiếu đã niêm phong của đợt \(round) có phiếu mà hòm đang mở không có",
                "the sealed boxes of round \(round) hold slips that its spool does not hold"),
            holding,
            lastResort: BilingualText(
                "chỉ chuyển tệp \(holding.places.boxes) ra nơi khác để giữ, rồi khởi động lại: đợt tiếp tục với phiếu "
                    + "trong hòm đang mở",
                "move \(holding.places.boxes) alone elsewhere and keep it, then start again: the round goes on with the "
                    + "slips that its spool holds"))
    }

    /// The register has no such round.
    static func unknownRound(_ holding: RoundHolding) -> StartRefusal {
        let round = Base64URL.encode(holding.roundID)
        return StartRefusal(
            BilingualText(
                "có tệp của đợt \(round) mà sổ không biết",
                "there are files of round \(round), which it does not know"),
            holding)
    }
}

/// Something in the configuration with which the service does not start.
public struct ConfigurationFault: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
