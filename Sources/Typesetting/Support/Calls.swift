/// Runs one library call that answers an owned or borrowed pointer, and refuses NULL.
/// - Throws: `TypesettingError.library` naming `operation`.
func obtain<Pointer>(_ operation: String, _ call: () -> Pointer?) throws(TypesettingError) -> Pointer {
    guard let pointer = call() else { throw .library(operation: operation, reason: "no memory") }
    return pointer
}
