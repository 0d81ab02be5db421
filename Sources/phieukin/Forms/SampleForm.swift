import OfficialDocuments

/// One form with sample data.
struct SampleForm {
    /// Of its template, and of the variant where a template has more than one sample: "decision-02-qd-annex".
    let name: String
    let form: any OfficialForm

    init(_ template: TemplateName, _ form: any OfficialForm, variant: String? = nil) {
        name = [template.rawValue, variant].compactMap(\.self).joined(separator: "-")
        self.form = form
    }

    var fileName: String { name + ".pdf" }
}
