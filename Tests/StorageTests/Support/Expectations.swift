import Storage
import Testing

/// Expects a `StorageError` of that code.
func expectCode(
    _ code: StorageError.Code, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
    #expect(sourceLocation: sourceLocation) { try body() } throws: { ($0 as? StorageError)?.code == code }
}

/// Expects a `StorageError` of that code.
func expectCode(
    _ code: StorageError.Code, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async {
    await #expect(sourceLocation: sourceLocation) {
        try await body()
    } throws: {
        ($0 as? StorageError)?.code == code
    }
}
