namespace Ita.App.Web;

/// <summary>What is wrong with a form that was sent.</summary>
/// <param name="Field">The id of the field's element; null when no field is at fault.</param>
/// <param name="Text">In Thai.</param>
public sealed record FormFault(string? Field, string Text)
{
    /// <summary>The faults that a refusal names, or else the refusal itself.</summary>
    public static ImmutableArray<FormFault> From(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Faults.IsEmpty
            ? [new(null, refusal.Text.Th)]
            : [.. refusal.Faults.Select(fault => new FormFault(fault.Column, fault.Text.Th))];
    }
}

internal static class FormFaults
{
    /// <summary>The text at a field; null when it is not at fault.</summary>
    public static string? At(this ImmutableArray<FormFault> faults, string field) => faults.FirstOrDefault(fault => fault.Field == field)?.Text;
}
