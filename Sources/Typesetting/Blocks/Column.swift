/// One of several blocks' stacks that stand side by side.
public struct Column: Sendable, Hashable {
    public var width: Extent
    public var blocks: [Block]

    public init(width: Extent = .share(1), _ blocks: [Block]) {
        self.width = width
        self.blocks = blocks
    }
}

/// A width: fixed, or a share of what the fixed ones leave.
public enum Extent: Sendable, Hashable {
    case mm(Double)

    /// Among columns, weighed against the other shares; for a rule, a fraction of the whole from 0 to 1.
    case share(Double)
}

extension Extent {
    /// The widths in points of neighbours that share a width.
    /// - Throws: `TypesettingError.impossibleLayout` where one of them has none, or all need more than there is.
    static func widths(of extents: [Extent], sharing total: Double) throws(TypesettingError) -> [Double] {
        let fixed = extents.reduce(0) { $0 + $1.fixed }
        let shares = extents.reduce(0) { $0 + $1.weight }
        guard fixed <= total + 0.01 else { throw tooWide(fixed, total) }
        let widths = extents.map { $0.fixed + (shares > 0 ? $0.weight / shares * (total - fixed) : 0) }
        guard !widths.isEmpty, widths.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw tooWide(fixed, total) }
        return widths
    }

    private static func tooWide(_ fixed: Double, _ total: Double) -> TypesettingError {
        let (fixed, total) = (Int(fixed.clamped(to: 0...1e9)), Int(total.clamped(to: 0...1e9)))
        return .impossibleLayout("columns of \(fixed) points and others beside them in \(total) points")
    }

    private var fixed: Double { if case .mm(let width) = self { width.pointsFromMillimetres } else { 0 } }
    private var weight: Double { if case .share(let weight) = self { weight } else { 0 } }
}
