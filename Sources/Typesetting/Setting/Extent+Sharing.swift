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
