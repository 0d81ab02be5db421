import CPango

extension Double {
    /// Millimetres, as points of 1/72 inch, in which everything is laid out.
    var pointsFromMillimetres: Double { self * 72 / 25.4 }

    /// Points, as the millimetres of which messages speak.
    var millimetresFromPoints: Double { self * 25.4 / 72 }

    /// Points, as Pango's units: with a resolution of 72 a point is a device unit of 1,024.
    var pangoUnits: CInt { CInt((self * Double(PANGO_SCALE)).rounded().clamped(to: -1e9...1e9)) }

    func clamped(to range: ClosedRange<Double>) -> Double {
        isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}

extension CInt {
    /// Pango's units, as points.
    var points: Double { Double(self) / Double(PANGO_SCALE) }
}
