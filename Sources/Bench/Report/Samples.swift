/// One quantity, measured several times.
public struct Samples: Sendable, Encodable {
    public private(set) var values: [Double]

    public init(_ values: [Double] = []) { self.values = values }

    /// The middle one; of an even number, the mean of the two in the middle; 0 if there is none.
    public var median: Double {
        let sorted = values.sorted()
        guard let last = sorted.last else { return 0 }
        let middle = sorted.count / 2
        guard sorted.count > 1 else { return last }
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// Half the distance between the least and the largest, as a share of the median.
    public var spread: Double {
        guard let least = values.min(), let largest = values.max(), median > 0 else { return 0 }
        return (largest - least) / 2 / median
    }

    mutating func add(_ value: Double) { values.append(value) }
}
