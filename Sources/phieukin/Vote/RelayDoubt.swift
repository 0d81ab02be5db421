import Client
import Recognition
import SecretBallot

/// Voting has ended, and a relay has not said what became of a ballot: what is known, what is not, and what each choice
/// costs. The device decides nothing by itself.
struct RelayDoubt {
    /// How long after the end of voting, in seconds, a relay has mixed and sent, if nothing is in its way.
    private static let usual = 360

    private enum Known {
        case nothing, taken, held, sending
    }

    private let known: Known
    private let closedAt: Int
    private let isSilent: Bool

    /// Nil where there is no doubt: voting goes on, or the relay has said how it ended, or it is too early to say.
    /// - Parameters:
    ///   - wasTaken: whether the relay ever said that it took it.
    ///   - closedAt: when voting ended, of a box that is not sealed yet; seconds since 1970.
    ///   - isSilent: whether the relay did not answer.
    init?(
        _ state: Passage.State, wasTaken: Bool = false, closedAt: Int?, isSilent: Bool, now: Int = Int(Clock.now)
    ) {
        guard let closedAt, isSilent || now - closedAt >= Self.usual else { return nil }
        switch state {
        // Lowered, or asked for again: it was there before.
        case .made: known = wasTaken ? .taken : .nothing
        case .taken: known = isSilent ? .taken : .held
        case .sending: known = .sending
        case .answered, .lost, .unsent, .ended, .released: return nil
        }
        (self.closedAt, self.isSilent) = (closedAt, isSilent)
    }

    /// Whether a fault is a relay's silence.
    static func isSilence(_ fault: any Error) -> Bool {
        switch fault {
        case is ConnectionFault, is AnswerFault: true
        case let problem as ServerProblem: [408, 429, 502, 503, 504].contains(problem.status)
        default: false
        }
    }

    var lines: [BilingualText] { [ended, certain, uncertain, waiting, elsewhere] }

    private var ended: BilingualText {
        let time = Clock.text(closedAt)
        return isSilent
            ? BilingualText(
                "Đã kết thúc bỏ phiếu lúc \(time), và trạm không trả lời. Đợi hay đi đường khác?",
                "Voting ended at \(time), and the relay does not answer. Wait, or take another way?")
            : BilingualText(
                "Đã kết thúc bỏ phiếu lúc \(time), và trạm chưa gửi xong. Đợi hay đi đường khác?",
                "Voting ended at \(time), and the relay is not done. Wait, or take another way?")
    }

    private var certain: BilingualText {
        switch known {
        case .nothing:
            BilingualText(
                "  Đã biết: máy này chưa nghe trạm nói đã nhận phiếu.",
                "  Known: the relay has not said that it took the ballot.")
        case .taken:
            BilingualText(
                "  Đã biết: lúc giao, trạm đã nhận phiếu.",
                "  Known: the relay took the ballot when it was handed over.")
        case .held:
            BilingualText(
                "  Đã biết: trạm nói đang giữ phiếu và chưa gửi.", "  Known: the relay says that it has it, unsent.")
        case .sending:
            BilingualText(
                "  Đã biết: trạm nói đã trộn phiếu và đang gửi; không lấy lại được.",
                "  Known: the relay says that it mixed it and is sending it; it cannot be taken back.")
        }
    }

    private var uncertain: BilingualText {
        BilingualText("  Chưa biết: phiếu đã vào hòm chưa.", "  Not known: whether it is in the box.")
    }

    private var waiting: BilingualText {
        BilingualText(
            "  Đợi: khi hòm niêm phong, --find nói chắc; không có trong hòm thì không được tính. Hãy báo thư ký.",
            "  Wait: once the box is sealed, --find says for certain; what is not in it does not count. Tell the secretary."
        )
    }

    private var elsewhere: BilingualText {
        known == .held
            ? BilingualText(
                "  Đường khác: --direct xin trạm ký trả lại phiếu, rồi gửi thẳng; máy chủ thấy phiếu từ máy này.",
                "  Another way: --direct has the relay release it, then sends it straight; the service sees from where."
            )
            : BilingualText(
                "  Đường khác: --direct --unreleased; nếu trạm cũng gửi, phiếu tới hai lần và cho biết ai đi hai đường.",
                "  Another way: --direct --unreleased; if the relay sends it too, it comes twice, which betrays who did so."
            )
    }
}
