/**
 * What clients outside this house were promised from the first day. The schema may grow around it; a change that
 * breaks any of this needs a decision record and a notice, not an edit here.
 */
export const PROMISED = /* GraphQL */ `
  scalar SafeInt
  scalar DateTime
  interface Refusal { code: String! message: String! }
  type Money { minor: SafeInt! currency: Currency! }
  enum Currency { CNY USD }
  enum OrderState {
    PLACED RESERVED AWAITING_PAYMENT PAID FULFILLING COMPLETED REJECTED CANCELLED EXPIRED REFUNDING REFUNDED
  }
  enum StockState { IN_STOCK LOW SOLD_OUT }
  type Query {
    viewer: Viewer!
    products(search: String, filter: ProductFilter, sort: ProductSort, first: Int = 24, after: String): ProductConnection!
    product(slug: String!): Product
    cart: Cart!
    order(number: ID!): Order
    orders(first: Int = 20, after: String): OrderConnection!
    wallet: Wallet
    flashSale(slug: String!): FlashSale
  }
  type Viewer { kind: ViewerKind! }
  enum ViewerKind { GUEST CUSTOMER OPERATOR }
  input ProductFilter { departments: [String!] }
  enum ProductSort { RELEVANCE }
  type ProductConnection { totalCount: Int! facets: ProductFacets! }
  type ProductFacets { inStock: Int! }
  type OrderConnection { edges: [OrderEdge!]! }
  type OrderEdge { node: Order! }
  type ReviewConnection { edges: [ReviewEdge!]! }
  type ReviewEdge { node: Review! }
  type Review { body: String! }
  type Wallet { available: Int! }
  type FlashSale { slug: String! }
  type Product {
    id: ID! slug: String! title: String! price: Money! variants: [Variant!]!
    reviews(first: Int, after: String): ReviewConnection!
  }
  type Variant { sku: ID! options: [OptionValue!]! price: Money! stock: StockState! left: Int }
  type OptionValue { label: String! }
  type Cart {
    lines: [CartLine!]! subtotal: Money! discount: Money! total: Money! pointsToEarn: Int! notices: [CartNotice!]!
  }
  type CartLine { sku: ID! }
  type CartNotice { sku: ID! }
  type Order {
    number: ID! state: OrderState! version: Int! placedAt: DateTime! payBy: DateTime lines: [OrderLine!]!
    total: Money! paid: Money! refunded: Money! payment: OrderPayment shipment: Shipment pointsSpent: Int!
    pointsEarned: Int! timeline: [OrderMoment!]! actions: [OrderAction!]! reason: String
  }
  type OrderLine { sku: ID! }
  type OrderPayment { bankReason: String }
  type Shipment { carrier: String }
  type OrderMoment { at: DateTime! }
  enum OrderAction { PAY CANCEL REFUND REVIEW }
  type Mutation {
    signUp(input: SignUpInput!): SignUpResult!
    signIn(input: SignInInput!): SignInResult!
    signOut: Viewer!
    setPreferences(locale: String, currency: Currency): Viewer!
    setCartLine(sku: ID!, quantity: Int!): SetCartLineResult!
    applyCoupon(code: String): ApplyCouponResult!
    placeOrder(input: PlaceOrderInput!): PlaceOrderResult!
    payOrder(input: PayOrderInput!): PayOrderResult!
    cancelOrder(number: ID!): CancelOrderResult!
    requestRefund(number: ID!, reason: String): RequestRefundResult!
    postReview(input: PostReviewInput!): PostReviewResult!
  }
  input SignUpInput { email: String! password: String! name: String! }
  input SignInInput { email: String! password: String! }
  input PlaceOrderInput {
    lines: [LineInput!] email: String! address: AddressInput! expectedTotal: MoneyInput! points: Int = 0 coupon: String
  }
  input LineInput { sku: ID! quantity: Int! }
  input MoneyInput { minor: SafeInt! currency: Currency! }
  input AddressInput {
    name: String! line1: String! line2: String city: String! region: String postalCode: String! country: String!
    phone: String
  }
  input PayOrderInput { number: ID! token: String! }
  input PostReviewInput { productId: ID! author: String rating: Int! title: String! body: String! }
  union SignUpResult = TooBusy
  union SignInResult = TooBusy
  union SetCartLineResult = TooBusy
  union ApplyCouponResult = TooBusy
  union CancelOrderResult = TooBusy
  union RequestRefundResult = TooBusy
  union PostReviewResult = TooBusy
  union PlaceOrderResult =
    OrderPlaced | SoldOut | PriceChanged | CartEmpty | CouponRefused | NotEnoughPoints | InvalidInput | TooBusy
  type OrderPlaced { order: Order! }
  type SoldOut implements Refusal { code: String! message: String! lines: [ShortLine!]! }
  type ShortLine { sku: ID! wanted: Int! available: Int! }
  type PriceChanged implements Refusal { code: String! message: String! total: Money! }
  type CartEmpty implements Refusal { code: String! message: String! }
  type CouponRefused implements Refusal { code: String! message: String! }
  type NotEnoughPoints implements Refusal { code: String! message: String! }
  type InvalidInput implements Refusal { code: String! message: String! }
  type TooBusy implements Refusal { code: String! message: String! retryAfter: Int! }
  union PayOrderResult = PaymentStarted | PaymentDeclined | OrderNotPayable | InvalidInput | TooBusy
  type PaymentStarted { order: Order! }
  type PaymentDeclined implements Refusal { code: String! message: String! }
  type OrderNotPayable implements Refusal { code: String! message: String! }
  type Subscription { feed(topics: [FeedTopic!]!, since: String): FeedEvent! }
  enum FeedTopic { ORDERS }
  type FeedEvent { cursor: String! }
`;
