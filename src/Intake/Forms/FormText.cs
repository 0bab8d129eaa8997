using Ita.Domain.Texts;

namespace Ita.Intake.Forms;

/// <summary>The Thai texts of forms, from the text catalogue.</summary>
public static class FormText
{
    /// <param name="code">The text is <c>form.{code}</c> of the catalogue.</param>
    /// <param name="places">Values for the placeholders of the text.</param>
    public static string Of(string code, params (string Place, string Text)[] places) =>
        TextCatalogue.Fill($"form.{code}", places.ToDictionary(place => place.Place, place => place.Text)).Th;

    /// <summary>The name of a kind of file, which is also the name of a sheet.</summary>
    public static string NameOf(FileKind kind) => Of($"kind.{kind.ToString().ToLowerInvariant()}");
}
