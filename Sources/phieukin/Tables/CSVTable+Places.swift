import Recognition

extension CSVTable {
    /// Where the named columns stand.
    /// - Throws: `Failure` for one that is missing.
    func places(of names: [String]) throws -> [Int] {
        try names.map { name in
            guard let place = header.fields.firstIndex(where: { $0.lowercased() == name.lowercased() }) else {
                throw Failure("line \(header.line): the column “\(name)” is missing")
            }
            return place
        }
    }
}
