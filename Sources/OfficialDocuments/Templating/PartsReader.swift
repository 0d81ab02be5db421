import StrictEncoding

/// The members of a template's file, already known to be exactly the form's parts.
struct PartsReader {
    let object: JSONObjectReader
    let reader: TemplateReader

    func member(_ name: String) throws(TemplateFault) -> JSONReader {
        try reader.located { () throws(MalformedInput) in try object.member(name) }
    }
}
