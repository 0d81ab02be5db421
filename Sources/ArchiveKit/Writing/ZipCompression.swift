/// How an entry is packed: the two methods that every ZIP tool knows.
public enum ZipCompression: Sendable {
    case stored
    case deflated
}
