/**
 * Sentences of the scripted calls: our own words, a bicycle shop and its customers. No full stops inside: espeak-ng
 * pauses there.
 */

export const agentSentences = [
  'I can see your order here and I will read it back to you now',
  'The workshop has looked at the wheel and found a loose bearing on the left side',
  'We would like to send the frame back to the factory and have them look at the weld',
  'You can bring the bicycle to any of our branches between nine and six',
  'The invoice went out on the twelfth and the payment has not arrived here yet',
  'I have written down the number of the frame and the date you bought it',
  'There are two ways to do this and I will explain both of them to you',
  'My colleague in the warehouse is going to check the shelf this afternoon',
  'A new battery takes about five working days to arrive from the supplier',
  'The guarantee covers the motor and the display but not the tyres',
  'Let me make sure that I have understood what matters to you here',
  'I would suggest that we replace the whole chain and the cassette together',
  'The courier left a card at your neighbour and will come again tomorrow',
  'We close at noon on Saturday and open again on Monday morning',
  'Your refund was approved last week and should be on your account by Friday',
  'The brake pads that fit your model are blue and have a small notch',
] as const;

export const callerSentences = [
  'the bicycle has been in your workshop for three weeks and every time I call I am told that somebody will ring me back',
  'I have paid for a new motor and now the display goes dark whenever I ride up the hill behind our house',
  'you promised me a courier on Tuesday and I stayed at home the whole day and nobody came to the door',
  'the man in your shop told me that the guarantee covers everything and now I am holding a bill for two hundred pounds',
  'my daughter rides to school on this bicycle every morning and the brakes make a noise like a dying animal',
  'I sent you two letters and a photograph of the broken weld and I have not had a single answer to either of them',
  'the battery lasts for ten miles on a good day and the leaflet said that it would last for at least sixty',
  'I was sent from the branch in the town to the warehouse and from the warehouse back again to the branch',
  'your website says that the part is on the shelf and your own people say that it has not been made for years',
  'the frame has a crack that you can put a coin into and I am supposed to ride it until the factory answers',
  'I have bought four bicycles from you over the years and I have never been treated in such a way before',
  'the new tyre was flat again after one night and the valve looks as if somebody had sat on it',
] as const;

export const callerReplies = [
  'and when would that be',
  'I have been told that before',
  'well, I hope that is true this time',
  'fine, but what about the bill',
  'that is what the other man said as well',
  'yes, that is the right number',
  'I see, and what do I do until then',
  'you will have to speak up a little',
] as const;

/** Backchannels, 0.3 to 1.0 s long at a normal pace. */
export const backchannels = [
  'mm',
  'yes',
  'right',
  'I see',
  'okay',
  'of course',
  'oh dear',
  'sure',
  'I know',
  'go on',
  'really',
  'oh no',
] as const;

/** Openings with which an agent cuts in and then continues. */
export const interruptions = [
  'hold on, before we go any further I need the number of your order from the invoice',
  'yes but that is not how it works here because the workshop decides what is repaired first',
  'let me stop you there, I can only look at one thing at a time and I have your order open',
  'no no, that cannot be right because my screen says that it was delivered on Monday',
  'well, you would have to take that up with the branch where you bought the bicycle',
  'look, I was not here on Tuesday and I cannot tell you what somebody else has promised',
  'that is not what I asked you, I asked you for the number that is written on the frame',
  'I have heard all that before and it does not change what the guarantee says about tyres',
] as const;

export const openings = [
  'Pedal and Spoke, you are through to customer service, how can I help you today',
  'Good morning, this is the bicycle line, what can I do for you',
  'Hello and thank you for waiting, which bicycle are you calling about',
] as const;
