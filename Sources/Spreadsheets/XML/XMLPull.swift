import ArchiveKit
import CXML2

/// One pass over an XML document that may come from anyone; the only owner of libxml2's reader.
///
/// Nothing is fetched, no entity is replaced, and a document with a DOCTYPE is refused before anything of it counts:
/// no office program writes one, and all bombs and thefts by entities need one.
@safe final class XMLPull {
    enum Event: Equatable {
        case start(XMLElement)

        /// Of an element whose `start` was given; also right after the start of one that is empty.
        case end(name: String)
        case text(String)
    }

    private static let options = CInt(XML_PARSE_NONET.rawValue) | CInt(XML_PARSE_NOCDATA.rawValue)
    private static let deepest: CInt = 64

    private let part: String
    private let bytes: FixedBytes
    private let reader: xmlTextReaderPtr

    /// The end of an empty element, which libxml2 does not tell.
    private var pending: Event?

    /// - Parameter part: the name of the file in the archive, for faults.
    /// - Throws: `SpreadsheetFault`.
    init(_ bytes: [UInt8], part: String) throws(SpreadsheetFault) {
        self.part = part
        self.bytes = FixedBytes(bytes)
        guard let size = CInt(exactly: bytes.count),
            let reader = unsafe xmlReaderForMemory(
                self.bytes.start?.assumingMemoryBound(to: CChar.self), size, nil, nil, Self.options)
        else { throw SpreadsheetFault(.damaged, part: part, "too large or out of memory") }
        unsafe self.reader = reader
        // What libxml2 would print of a stranger's file belongs into no log.
        unsafe xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
    }

    deinit { unsafe xmlFreeTextReader(reader) }

    /// The next event; nil after the last.
    /// - Throws: `SpreadsheetFault`: `damaged`, `forbiddenXML`.
    func next() throws(SpreadsheetFault) -> Event? {
        if let event = pending {
            pending = nil
            return event
        }
        while true {
            switch unsafe xmlTextReaderRead(reader) {
            case 1: if let event = try event() { return event }
            case 0: return nil
            default: throw fault("line \(unsafe xmlTextReaderGetParserLineNumber(reader)): not well-formed")
            }
        }
    }

    private func event() throws(SpreadsheetFault) -> Event? {
        guard unsafe xmlTextReaderDepth(reader) <= Self.deepest else { throw fault("too deep") }
        switch xmlReaderTypes(UInt32(bitPattern: unsafe xmlTextReaderNodeType(reader))) {
        case XML_READER_TYPE_ELEMENT:
            let element = element()
            if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { pending = .end(name: element.name) }
            return .start(element)
        case XML_READER_TYPE_END_ELEMENT: return .end(name: name)
        case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE,
            XML_READER_TYPE_WHITESPACE:
            return .text(unsafe Self.string(xmlTextReaderConstValue(reader)) ?? "")
        case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE, XML_READER_TYPE_ENTITY:
            throw SpreadsheetFault(.forbiddenXML, part: part, "a DOCTYPE or an entity")
        default: return nil
        }
    }

    private var name: String { unsafe Self.string(xmlTextReaderConstLocalName(reader)) ?? "" }

    private func element() -> XMLElement {
        var element = XMLElement(
            name: name, namespace: unsafe Self.string(xmlTextReaderConstNamespaceUri(reader)) ?? "")
        while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
            let value = unsafe Self.string(xmlTextReaderConstValue(reader)) ?? ""
            let namespace = unsafe Self.string(xmlTextReaderConstNamespaceUri(reader)) ?? ""
            element.attributes[.init(name, namespace)] = value
        }
        _ = unsafe xmlTextReaderMoveToElement(reader)
        return element
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
        unsafe text.map { unsafe String(cString: $0) }
    }

    private func fault(_ detail: String) -> SpreadsheetFault { SpreadsheetFault(.damaged, part: part, detail) }
}

/// An element's own tag.
struct XMLElement: Equatable {
    struct Attribute: Hashable {
        let name: String

        /// Whole, or empty.
        let namespace: String

        init(_ name: String, _ namespace: String = "") { (self.name, self.namespace) = (name, namespace) }
    }

    let name: String
    let namespace: String
    var attributes: [Attribute: String] = [:]

    /// The attribute without a namespace, or in the given one.
    func callAsFunction(_ name: String, _ namespace: String = "") -> String? { attributes[.init(name, namespace)] }
}
