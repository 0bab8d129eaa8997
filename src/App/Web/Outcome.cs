using System.Diagnostics.CodeAnalysis;

namespace Ita.App.Web;

/// <summary>The outcome of an operation: its value, or the reason why it was refused. Endpoints and pages each map it to their own answer.</summary>
public readonly struct Outcome<T>
    where T : class
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>Null when the operation was refused.</summary>
    public T? Value { get; }

    /// <summary>Null when the operation was carried out.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
