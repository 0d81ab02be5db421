import Recognition

extension BilingualText {
    func text(inEnglish isEnglish: Bool) -> String { isEnglish ? english : vietnamese }
}
