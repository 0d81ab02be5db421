/// What one slip says, as the byte that is sealed into it.
public enum Choice: UInt8, Sendable, CaseIterable {
    /// No mark, or marks that cancel each other: no vote on this line.
    case blank = 0

    /// "Đạt"; in an annulment round "Đồng ý hủy bỏ".
    case first = 1

    /// "Không đạt"; in an annulment round "Không đồng ý".
    case second = 2
}
