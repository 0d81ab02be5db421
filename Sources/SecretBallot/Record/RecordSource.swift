/// Where an audit reads a round's documents from: an archive, a server, a test.
public protocol RecordSource {
    /// A whole document; nil if the source has none of that name.
    /// - Throws: an error that says why it cannot be read, a document beyond `limit` bytes included.
    func document(_ file: RecordFile, limit: Int) throws -> [UInt8]?

    /// A document in chunks of any size, in order, never held as a whole.
    /// - Returns: false, with nothing received, if the source has none of that name.
    func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool
}
