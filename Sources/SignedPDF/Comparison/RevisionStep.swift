/// What one revision did to the file before it.
struct RevisionStep {
    var permitted: [PermittedChange] = []
    var forbidden: [ForbiddenChange] = []
}
