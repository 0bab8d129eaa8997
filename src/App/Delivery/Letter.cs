namespace Ita.App.Delivery;

/// <summary>A message to one person, complete as it is sent.</summary>
/// <param name="Year">Buddhist Era, with <paramref name="Agency"/> for the counts.</param>
/// <param name="Agency">The agency's code.</param>
/// <param name="To">The phone number or e-mail address. It is in this message and nowhere else, and is never logged.</param>
/// <param name="Subject">Not used for text messages.</param>
/// <param name="ExpiresAt">The letter is not sent from this time on.</param>
public sealed record Letter(int Year, string Agency, Channel Channel, string To, string Subject, string Text, DateTimeOffset ExpiresAt)
{
    // Overridden because a record's own ToString would print the address and the password into logs.
    public override string ToString() => Channel.ToString();
}

/// <summary>A letter that was taken from its queue, invisible to others until it is dropped or put off.</summary>
/// <param name="Letter">Null when the message cannot be read.</param>
/// <param name="Tries">How often it has been taken, 1 for the first time.</param>
public sealed record TakenLetter(Letter? Letter, string Id, string Receipt, long Tries);
