namespace Ita.App.Web.Forms;

/// <summary>A faulty field of a form.</summary>
/// <param name="Field">The id of the field, the link target of the error; empty when no single field is at fault.</param>
/// <param name="Text">In Thai.</param>
public sealed record FieldFault(string Field, string Text)
{
    /// <summary>The faults that a refusal names, or else the refusal itself.</summary>
    public static ImmutableArray<FieldFault> From(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Faults.IsEmpty
            ? [new("", refusal.Text.Th)]
            : [.. refusal.Faults.Select(fault => new FieldFault(fault.Column ?? "", fault.Text.Th))];
    }
}

internal static class FieldFaults
{
    /// <summary>The text at a field; null when it is not at fault.</summary>
    public static string? At(this ImmutableArray<FieldFault> faults, string field) =>
        faults.IsDefault ? null : faults.FirstOrDefault(fault => fault.Field == field)?.Text;
}
