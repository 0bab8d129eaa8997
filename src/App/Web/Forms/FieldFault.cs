namespace Ita.App.Web.Forms;

/// <summary>A faulty field of a form.</summary>
/// <param name="Field">The id of the field, the link target of the error; empty when no single field is at fault.</param>
/// <param name="Text">In Thai.</param>
public sealed record FieldFault(string Field, string Text);
