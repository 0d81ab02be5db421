/// Lets one step of a round be taken at a time, in the order in which they were asked for.
actor StepLock {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func withLock<Value: Sendable>(_ body: @Sendable () async throws -> Value) async rethrows -> Value {
        await take()
        defer { release() }
        return try await body()
    }

    private func take() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func release() {
        guard !waiting.isEmpty else {
            isTaken = false
            return
        }
        waiting.removeFirst().resume()
    }
}
