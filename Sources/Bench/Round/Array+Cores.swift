extension Array where Element: Sendable {
    /// The results in order, computed on all cores.
    func onAllCores<Value: Sendable>(_ work: @escaping @Sendable (Element) throws -> Value) async throws -> [Value] {
        let stripes = Swift.min(count, Machine.coreCount * 4)
        return try await withThrowingTaskGroup(of: (Int, [Value]).self) { group in
            for stripe in 0..<stripes {
                let part = self[count * stripe / stripes..<count * (stripe + 1) / stripes]
                group.addTask { (stripe, try part.map(work)) }
            }
            var parts = [[Value]](repeating: [], count: stripes)
            for try await (stripe, values) in group { parts[stripe] = values }
            return Array<Value>(parts.joined())
        }
    }
}
