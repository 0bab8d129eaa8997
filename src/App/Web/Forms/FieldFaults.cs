namespace Ita.App.Web.Forms;

internal static class FieldFaults
{
    /// <summary>The faults that a refusal names, or else the refusal itself.</summary>
    /// <param name="texts">Texts for the form by the code of the problem, where that of the API names a member.</param>
    public static ImmutableArray<FieldFault> Of(Refusal refusal, IReadOnlyDictionary<string, string>? texts = null) => refusal.Faults.IsEmpty
        ? [new("", refusal.Text.Th)]
        : [.. refusal.Faults.Select(problem => Of(problem, texts))];

    public static FieldFault Of(Problem problem, IReadOnlyDictionary<string, string>? texts = null) =>
        new(problem.Column ?? "", texts?.GetValueOrDefault(problem.Code) ?? problem.Text.Th);

    /// <summary>The text at a field; null when it is not at fault.</summary>
    public static string? At(this ImmutableArray<FieldFault> faults, string field) =>
        faults.IsDefault ? null : faults.FirstOrDefault(fault => fault.Field == field)?.Text;
}
