/// The name of an indirect object (ISO 32000-2, 7.3.10).
struct PDFReference: Hashable, Sendable {
    let number: Int
    let generation: Int

    init(_ number: Int, _ generation: Int = 0) { (self.number, self.generation) = (number, generation) }
}
